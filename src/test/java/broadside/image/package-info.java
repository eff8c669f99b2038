/** The image and the files for Docker Compose, as far as they can be held against the program without a Docker engine. */
@NullMarked
package broadside.image;

import org.jspecify.annotations.NullMarked;
