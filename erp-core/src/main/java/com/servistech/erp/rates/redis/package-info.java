/** Rates in Redis: a cache that may be lost at any moment. */
package com.servistech.erp.rates.redis;
