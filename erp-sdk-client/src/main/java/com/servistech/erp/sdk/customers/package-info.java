/** Customers (clientes) and their devices (equipos). */
package com.servistech.erp.sdk.customers;
