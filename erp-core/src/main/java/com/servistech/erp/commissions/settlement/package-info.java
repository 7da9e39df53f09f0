/**
 * What was earned in a month, found out by one statement over the whole store and written down as further entries.
 *
 * <p>Words: settlement (corte), entry (asiento de comisión), adjustment (ajuste).
 */
package com.servistech.erp.commissions.settlement;
