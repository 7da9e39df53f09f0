/** Parts (repuestos), stock (existencias) and its movements. */
package com.servistech.erp.sdk.inventory;
