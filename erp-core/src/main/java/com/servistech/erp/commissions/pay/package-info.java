/**
 * From what was calculated to what is in the hand: statements are approved by one person and paid by another, each once.
 *
 * <p>Words: statement (recibo de comisiones), approval (aprobación), payout (pago), carry (saldo arrastrado), payroll
 * (nómina de comisiones).
 */
package com.servistech.erp.commissions.pay;
