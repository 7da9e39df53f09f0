/**
 * Payments: what customers hand over or report, and what it does to their debt. The preview and the payment are one
 * function, {@code Outcome}; all that may differ between issuers, instruments and days is data.
 *
 * <p>Words: payment (cobro), tender (forma en que se paga), change (vuelto), credit (saldo a favor), deposit (abono),
 * reference (referencia), retention voucher (comprobante de retención), reversal (reverso), IGTF (IGTF).
 */
package com.servistech.erp.billing.payment;
