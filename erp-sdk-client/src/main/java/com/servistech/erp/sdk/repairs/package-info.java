/** Service orders (órdenes de servicio) from intake to delivery. */
package com.servistech.erp.sdk.repairs;
