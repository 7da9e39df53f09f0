/**
 * Refunds: what credit notes owe of money that was paid already, given back by tender once somebody approved it.
 *
 * <p>Words: refund (reintegro), approver (quien aprueba), credit note (nota de crédito).
 */
package com.servistech.erp.billing.refund;
