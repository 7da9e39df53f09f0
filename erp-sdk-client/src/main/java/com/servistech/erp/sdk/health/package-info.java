/** The state of the server. */
package com.servistech.erp.sdk.health;
