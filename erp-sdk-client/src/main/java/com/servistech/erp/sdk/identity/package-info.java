/** People: sign-in and users (usuarios). */
package com.servistech.erp.sdk.identity;
