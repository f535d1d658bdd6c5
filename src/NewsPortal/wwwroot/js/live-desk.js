// The extras of the desk of live coverage: without them its pages are forms.

import './live-desk/sending.js';
import './live-desk/pictures.js';
import './live-desk/kept.js';
import './live-desk/others.js';

document.documentElement.dataset.live = 'ready';
