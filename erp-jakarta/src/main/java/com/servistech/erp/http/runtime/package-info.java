/** The core on Open Liberty: its transactions are JTA's, its connections the server's. */
package com.servistech.erp.http.runtime;
