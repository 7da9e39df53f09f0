/** Stand-ins for the outside world: clocks, banks, networks that fail. */
package com.servistech.erp.kit;
