/**
 * A market of offers instead of one published rate: both sides, what is dropped and why, and how far the price can be
 * trusted. Never for a fiscal document.
 *
 * <p>Words: offer (anuncio), ask (venta del anunciante: lo que paga quien compra), bid (compra del anunciante: lo que
 * recibe quien vende), spread (brecha), outlier (valor atípico).
 */
package com.servistech.erp.rates.market;
