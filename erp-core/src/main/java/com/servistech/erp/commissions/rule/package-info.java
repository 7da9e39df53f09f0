/**
 * What commissions are, as pure functions over frozen figures: no database, no clock. The set-based settlement must bring
 * the same amounts, and a test holds the two against each other.
 *
 * <p>Words: gross profit (ganancia bruta), share (participación), unit (unidad entregada), accessory (accesorio), rework
 * (retrabajo), debit (descuento al trabajador), carry (saldo arrastrado), cap (tope).
 */
package com.servistech.erp.commissions.rule;
