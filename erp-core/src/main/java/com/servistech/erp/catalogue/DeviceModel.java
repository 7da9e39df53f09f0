package com.servistech.erp.catalogue;

import java.util.UUID;

/**
 * A model of a device: Samsung, Galaxy A54.
 *
 * @param active whether parts and services are still entered for it
 */
public record DeviceModel(UUID id, String brand, String name, boolean active, int version) {}
