/**
 * Why a commission is what it is, down to the lines of the invoice and the costs that were frozen.
 *
 * <p>Words: explanation (explicación), step (paso).
 */
package com.servistech.erp.commissions.explain;
