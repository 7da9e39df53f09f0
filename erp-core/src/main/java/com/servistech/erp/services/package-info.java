/**
 * What the shop does to devices: for one model or for any, with the price of each day, the minutes it takes, the warranty
 * that it gets and the parts that it usually needs.
 *
 * <p>Words: service (servicio), labour (mano de obra), warranty (garantía), usual parts (repuestos habituales), price list
 * (lista de precios).
 */
package com.servistech.erp.services;
