/** {@code erp rates}: what operators and accountants ask about rates. Texts are Spanish, {@code --json} is for programs. */
package com.servistech.erp.cli.rates;
