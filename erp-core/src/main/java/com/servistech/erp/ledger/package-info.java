/**
 * The books: balanced entries that are never changed.
 *
 * <p>Words: ledger (libro mayor), journal entry (asiento), account (cuenta), debit (debe), credit (haber).
 */
package com.servistech.erp.ledger;
