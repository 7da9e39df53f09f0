/**
 * The rates of IVA by kind and date, and the arithmetic of a document in both currencies.
 *
 * <p>Words: tax (impuesto), rate (alícuota), base (base imponible), exempt (exento).
 */
package com.servistech.erp.billing.tax;
