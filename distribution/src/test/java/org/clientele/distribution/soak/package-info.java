/** Hostile input for the product: files whose faults are known, files that chance and malice made, kills and full disks. */
package org.clientele.distribution.soak;
