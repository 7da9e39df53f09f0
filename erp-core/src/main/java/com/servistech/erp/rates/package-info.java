/**
 * What a currency costs in bolívares: official rates of the central bank by value date, manual ones with a reason, and
 * the rate that a document must use on a business day. Nothing here is ever estimated.
 *
 * <p>Words: exchange rate (tasa de cambio), official rate (tasa BCV), value date (fecha valor), banking day (día hábil
 * bancario), stale (vencida), provisional (provisional).
 *
 * <p>Sources: Convenio Cambiario N° 1, art. 9; LIVA art. 25 for the day whose rate a taxable event takes.
 */
package com.servistech.erp.rates;
