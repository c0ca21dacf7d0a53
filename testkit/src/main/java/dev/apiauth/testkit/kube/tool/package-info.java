/** kubectl and Helm, as people run them. */
@NullMarked
package dev.apiauth.testkit.kube.tool;

import org.jspecify.annotations.NullMarked;
