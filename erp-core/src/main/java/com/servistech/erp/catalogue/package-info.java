/**
 * The words that the whole chain shares for what it sells and repairs: categories of parts and models of devices. They are
 * added and never changed, because parts, services and documents refer to them.
 *
 * <p>Words: category (categoría), brand (marca), model (modelo).
 */
package com.servistech.erp.catalogue;
