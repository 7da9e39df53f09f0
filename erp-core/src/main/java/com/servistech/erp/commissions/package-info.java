/**
 * What technicians earn on what they repaired, once it is delivered and paid.
 *
 * <p>Words: commission (comisión), gross profit (ganancia bruta), settlement (corte), period (período).
 */
package com.servistech.erp.commissions;
