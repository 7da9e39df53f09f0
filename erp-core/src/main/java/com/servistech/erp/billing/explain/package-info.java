/**
 * Why an amount is what it is: from the observation of the rate to the commission, step by step, in Spanish, English and
 * for programs. Nothing is computed anew: every step shows what was frozen, and the figures by which anybody can check it.
 *
 * <p>Words: explanation (explicación), step (paso), derivation (derivación).
 */
package com.servistech.erp.billing.explain;
