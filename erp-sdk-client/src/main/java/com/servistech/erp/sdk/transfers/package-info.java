/** Transfers (traslados) between stores. */
package com.servistech.erp.sdk.transfers;
