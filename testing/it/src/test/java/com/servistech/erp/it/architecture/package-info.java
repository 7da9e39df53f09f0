/** The shape of the whole, as rules over the classes of all modules; the core's own order is tested in the core. */
package com.servistech.erp.it.architecture;
