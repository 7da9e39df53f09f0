/**
 * Payments: what customers hand over or report, and what it does to their debt.
 *
 * <p>Words: payment (cobro), change (vuelto), credit (saldo a favor), reference (referencia), IGTF (IGTF).
 */
package com.servistech.erp.billing.payment;
