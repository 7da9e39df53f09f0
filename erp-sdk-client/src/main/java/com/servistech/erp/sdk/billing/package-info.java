/** Invoices (facturas) and payments (pagos). */
package com.servistech.erp.sdk.billing;
