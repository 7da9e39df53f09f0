/**
 * A person's month on paper.
 *
 * <p>Words: statement (recibo de comisiones), opening balance (saldo anterior).
 */
package com.servistech.erp.commissions.paper;
