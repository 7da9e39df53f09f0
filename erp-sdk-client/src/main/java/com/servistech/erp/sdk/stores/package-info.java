/** The stores (sedes) of the chain. */
package com.servistech.erp.sdk.stores;
