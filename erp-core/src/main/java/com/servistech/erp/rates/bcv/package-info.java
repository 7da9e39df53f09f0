/** The home page of the Banco Central de Venezuela. */
package com.servistech.erp.rates.bcv;
