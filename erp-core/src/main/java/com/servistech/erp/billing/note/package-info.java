/**
 * Credit and debit notes: the only way in which an issued invoice is corrected, at the invoice's own rate.
 *
 * <p>Words: credit note (nota de crédito), debit note (nota de débito), return (devolución), refund due (reintegro por
 * pagar).
 */
package com.servistech.erp.billing.note;
