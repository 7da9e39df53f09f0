/** The whole system as its users meet it: the packaged server, driven by the published client. */
package com.servistech.erp.it;
