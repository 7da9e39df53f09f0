/** Commissions (comisiones) of those who repair and sell. */
package com.servistech.erp.sdk.commissions;
