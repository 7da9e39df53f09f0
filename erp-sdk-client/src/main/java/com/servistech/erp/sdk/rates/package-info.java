/** Exchange rates (tasas) of BCV and Binance. */
package com.servistech.erp.sdk.rates;
