/**
 * The books of each store: balanced entries that are never changed, and months that are closed for good.
 *
 * <p>Words: ledger (libro mayor), journal (libro diario), journal entry (asiento), account (cuenta), chart of accounts
 * (plan de cuentas), debit (debe), credit (haber), trial balance (balance de comprobación), period close (cierre de mes).
 */
package com.servistech.erp.ledger;
