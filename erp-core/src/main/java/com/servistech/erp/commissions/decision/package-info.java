/**
 * What a store decided about commissions: shares and amounts, how it counts, and who repaired an order together.
 *
 * <p>Words: rule (regla), terms (condiciones), split (reparto entre técnicos).
 */
package com.servistech.erp.commissions.decision;
