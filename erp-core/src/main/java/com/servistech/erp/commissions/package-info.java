/**
 * What those earn who repair, hand over and sell, once it is delivered and paid; how it is corrected, approved and paid
 * out. The rules themselves are {@code rule}; {@code settlement} applies them to a whole store by one statement.
 *
 * <p>Words: commission (comisión), gross profit (ganancia bruta), settlement (corte), period (período), statement (recibo
 * de comisiones).
 */
package com.servistech.erp.commissions;
