/**
 * Who brings devices and buys, and the devices they bring. Found again by any part of the name, the document or the
 * phone. Credentials that unlock a device are never kept here.
 *
 * <p>Words: customer (cliente), device (equipo), identity document (cédula, RIF, pasaporte), phone (teléfono).
 */
package com.servistech.erp.customers;
