/**
 * Invoices in dollars and bolívares, and the payments that settle them.
 *
 * <p>In parts, each using only those before it: {@code tax} (rates of IVA and the arithmetic of a document), {@code
 * invoice}, {@code payment}; this package is their face.
 *
 * <p>Words: invoice (factura), control number (número de control), IVA (IVA), IGTF (IGTF), payment (cobro), change (vuelto), balance (saldo).
 */
package com.servistech.erp.billing;
