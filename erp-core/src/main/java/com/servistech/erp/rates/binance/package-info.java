/** The P2P market of Binance for USDT against bolívares. Nicknames and user numbers never leave this package. */
package com.servistech.erp.rates.binance;
