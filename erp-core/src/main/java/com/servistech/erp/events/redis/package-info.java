/** Events on the channels of Redis. */
package com.servistech.erp.events.redis;
