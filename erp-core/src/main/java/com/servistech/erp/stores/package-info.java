/**
 * The shops of the chain and the taxpayers that issue their invoices; one issuer may own several shops.
 *
 * <p>Words: store (sede), issuer (emisor), RIF (RIF), tax regime (régimen: ordinario, contribuyente especial, formal),
 * series (serie de facturación), policy (política: un interruptor fechado de la norma).
 */
package com.servistech.erp.stores;
