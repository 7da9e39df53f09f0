/** Further sources that repeat the bank's rate; each is configured with its address and how it writes. */
package com.servistech.erp.rates.witness;
