/**
 * The words that the whole chain shares for what it sells and repairs: categories of parts and models of devices. They are
 * renamed and laid aside and never removed, because parts, services and documents refer to them; whatever is found by a
 * word is found by its new name at once.
 *
 * <p>Words: category (categoría), brand (marca), model (modelo), laid aside (inactivo).
 */
package com.servistech.erp.catalogue;
