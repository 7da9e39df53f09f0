/**
 * Invoices in dollars and bolívares, and the payments that settle them.
 *
 * <p>Words: invoice (factura), control number (número de control), IVA (IVA), IGTF (IGTF), payment (cobro), change (vuelto), balance (saldo).
 */
package com.servistech.erp.billing;
